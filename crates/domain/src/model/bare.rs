//! Records of which nothing is known but what they cannot be without: where every new one starts, and all that is left of
//! one whose fields are withheld. Deliberately absent: identities, which are made outside.

use crate::*;

impl Person {
    /// Somebody without even a name.
    pub fn bare(id: PersonId) -> Self {
        Self {
            id,
            r#ref: None,
            name_zh: None,
            name_en: None,
            given: None,
            middle: None,
            surname: None,
            surname2: None,
            name_order: NameOrder::SurnameFirst,
            variants: Vec::new(),
            pronunciation: None,
            address_zh: None,
            address_en: None,
            label: None,
            status: PersonStatus::Active,
            left_on: None,
            erased_on: None,
            suppress_hash: None,
            no_contact: false,
            birthday: None,
            legal: None,
        }
    }
}

impl Staff {
    /// One of ours at work, without even a name and with no consent to use a background.
    pub fn bare(id: StaffId, rank_level: u8, job_role: JobRole) -> Self {
        Self {
            id,
            r#ref: None,
            name_zh: None,
            name_en: None,
            title_zh: None,
            title_en: None,
            rank_level,
            job_role,
            status: StaffStatus::Active,
            left_on: None,
            leave_from: None,
            leave_to: None,
            native_place: None,
            dialects: Vec::new(),
            languages: Vec::new(),
            schools: Vec::new(),
            employers: Vec::new(),
            profession: None,
            hobbies: Vec::new(),
            served: false,
            bg_ok: false,
            superior: None,
        }
    }
}

impl OrgUnit {
    /// A unit without a name, outermost, there since ever.
    pub fn bare(id: UnitId, account: AccountId) -> Self {
        Self {
            id,
            r#ref: None,
            account,
            parent: None,
            name_zh: None,
            name_en: None,
            position: 0,
            from_on: None,
            to_on: None,
        }
    }
}

impl Seat {
    /// A seat without a title, first among its siblings, there since ever.
    pub fn bare(id: SeatId, account: AccountId, unit: UnitId) -> Self {
        Self {
            id,
            r#ref: None,
            account,
            unit,
            title_zh: None,
            title_en: None,
            rank_level: None,
            status: SeatStatus::Normal,
            no_contact: false,
            position: 0,
            from_on: None,
            to_on: None,
            nudge_x: None,
            nudge_y: None,
            former_units: Vec::new(),
        }
    }
}

impl Tenure {
    /// Somebody's main post, since ever.
    pub fn bare(id: TenureId, seat: SeatId, person: PersonId) -> Self {
        Self { id, r#ref: None, seat, person, from_on: None, to_on: None, primary: true, source: None }
    }
}

impl Edge {
    /// A line since ever, without strength.
    pub fn bare(id: EdgeId, account: AccountId, kind: EdgeKind, from_seat: SeatId, to_seat: SeatId) -> Self {
        Self {
            id,
            r#ref: None,
            account,
            kind,
            from_seat,
            to_seat,
            strength: None,
            from_on: None,
            to_on: None,
            evidence: None,
        }
    }
}

impl Decision {
    /// An open decision without a name of its own.
    pub fn bare(id: DecisionId, account: AccountId, kind: DecisionKind) -> Self {
        Self {
            id,
            r#ref: None,
            account,
            name_zh: None,
            name_en: None,
            kind,
            blackout_from: None,
            blackout_to: None,
            closed_on: None,
        }
    }
}

impl ChainMember {
    /// A part in a decision without any claim: lowest power, first in order.
    pub fn bare(id: ChainMemberId, decision: DecisionId, seat: SeatId) -> Self {
        Self {
            id,
            r#ref: None,
            decision,
            seat,
            roles: Vec::new(),
            functions: Vec::new(),
            function_evidence: None,
            formal_power: 1,
            influence_level: None,
            position: 0,
        }
    }
}

impl Commitment {
    /// A promise without words or maker, of which nothing is delivered.
    pub fn bare(id: CommitmentId, account: AccountId, topic: String, made_on: Day, promised_on: Day) -> Self {
        Self {
            id,
            account,
            topic,
            made_on,
            promised_on,
            r#ref: None,
            text_zh: None,
            text_en: None,
            to_person: None,
            by_staff: None,
            internal_target_on: None,
            delivered_on: None,
            expected_value: None,
            perceived_value: None,
            progress: 0,
            topic_kind: None,
            announcement: false,
            second_reader: None,
            second_read_on: None,
            countersigned_by: None,
            holder: None,
            taken_on: None,
            withdrawn_on: None,
            withdrawn_why: None,
        }
    }
}

impl Visit {
    /// A visit to us of one day, of which nothing is decided.
    pub fn bare(id: VisitId, account: AccountId, starts_on: Day, level: VisitLevel, convention: Convention) -> Self {
        Self {
            id,
            r#ref: None,
            account,
            starts_on,
            days: 1,
            level,
            direction: VisitDirection::Inbound,
            place: None,
            purpose: None,
            principal_guest: None,
            topic_owner: None,
            convention,
            interpreter: None,
            gift_decided: false,
            gift_item: None,
            gift_value: None,
            meal_tables: None,
            meal_per_head: None,
            host: None,
            host_reason: None,
            host_chosen_on: None,
            redaction_checked_on: None,
            blocks: Vec::new(),
            calendar_flags: Vec::new(),
            coordinator: None,
            business_lead: None,
            approver: None,
            approved_on: None,
            gift_quantity: None,
            gift_meaning: None,
            gift_moment: None,
            gift_approver: None,
            gift_exception: None,
            rostrum_even_rule: RostrumEvenRule::A,
            mpv_rule: MpvRule::MiddleRowFirst,
            second_seat: SecondSeat::BeyondInterpreter,
            budget_limit: None,
            next_touch_on: None,
            cleaned_on: None,
            gift_receivers: Vec::new(),
        }
    }
}

impl Fact {
    /// Something confirmed of somebody, asked and answered with nothing, of the class of business contacts.
    pub fn bare(id: FactId, person: PersonId, kind: FactKind) -> Self {
        Self {
            id,
            r#ref: None,
            person,
            kind,
            value: None,
            level: None,
            from_year: None,
            to_year: None,
            source: None,
            confidence: Confidence::Confirmed,
            verified_on: None,
            verified_by: None,
            purpose: None,
            class: DataClass::P1,
            retain_until: None,
        }
    }
}

impl RightsRequest {
    /// An open request of a day, without words, due when one is due where nothing was agreed.
    pub fn bare(id: RightsRequestId, person: PersonId, kind: RightsKind, received_on: Day) -> Self {
        Self {
            id,
            r#ref: None,
            person,
            kind,
            received_on,
            due_on: crate::engine::rights::due_on(received_on),
            status: RightsStatus::Open,
            channel: None,
            verified_on: None,
            reviewed_on: None,
            closed_on: None,
            ended_on: None,
            handled_by: None,
            subject: None,
            note: None,
            answer: None,
        }
    }
}

impl VisitGuest {
    /// A guest of whom nothing is noted but the place in the order.
    pub fn bare(id: VisitGuestId, visit: VisitId, person: PersonId, protocol_order: u32) -> Self {
        Self {
            id,
            r#ref: None,
            visit,
            person,
            protocol_order,
            role: None,
            deviation_note: None,
            part: GuestPart::Guest,
            official_order: None,
            counterpart: None,
            counterpart_note: None,
            attended: None,
            thanked_on: None,
            expected_value: None,
            perceived_value: None,
        }
    }
}
