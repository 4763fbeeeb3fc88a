# Matters that are not kept: name, reason, what can be done
forbidden-religion = Religion
forbidden-religion-why = Religion is sensitive personal data and is not kept
forbidden-religion-instead = What the table needs is asked and noted under diet of the visit, without the reason
forbidden-health = Health
forbidden-health-why = Health is sensitive personal data and is not kept
forbidden-health-instead = Access or dining needs of a visit are noted in the visit, for that purpose
forbidden-ethnicity = Ethnicity
forbidden-ethnicity-why = Ethnicity is sensitive personal data and is not kept
forbidden-ethnicity-instead = What the table needs goes under diet of the visit; names of places may be written in full
forbidden-politics = Political opinion
forbidden-politics-why = Party membership and political opinion are not kept
forbidden-politics-instead = A public post, such as party secretary, goes under post
forbidden-sex_life = Private life
forbidden-sex_life-why = Private life is not kept
forbidden-sex_life-instead = Leave it out
forbidden-id_number = Identity number
forbidden-id_number-why = Identity numbers are sensitive and do not stay here
forbidden-id_number-instead = Registration at the gate goes through site security and is deleted after use
forbidden-bank_card = Bank card
forbidden-bank_card-why = Financial accounts are sensitive and do not stay here
forbidden-bank_card-instead = Leave it out; there are no payments to individuals
forbidden-passport = Passport number
forbidden-passport-why = Passport numbers are sensitive and do not stay here
forbidden-passport-instead = Visas and tickets are arranged with the person directly and deleted after use
forbidden-family = Family
forbidden-family-why = No records are made of family members
forbidden-family-instead = Of family who come along, the visit notes name and diet only, with notice
forbidden-blood_type = Blood type
forbidden-blood_type-why = Blood type has nothing to do with work and is not kept
forbidden-blood_type-instead = Leave it out
forbidden-horoscope = Horoscope
forbidden-horoscope-why = Star signs have nothing to do with work and are not kept
forbidden-horoscope-instead = A birthday may be noted, for greetings
forbidden-informant = Covert sources
forbidden-informant-why = Informants and leaked tender papers are not supported
forbidden-informant-instead = Open, lawful guidance is logged as a contact with its day
forbidden-leverage = Leverage
forbidden-leverage-why = Nothing is kept that could be used against a person
forbidden-leverage-instead = Write what was seen and when, as the person could read it
forbidden-benefit = Private benefit
forbidden-benefit-why = Benefits outside the policy are neither given nor noted
forbidden-benefit-instead = Gifts are decided in the visit within its limits; ask compliance when in doubt
forbidden-diet = Diet
forbidden-diet-why = Diet may tell of faith or health and is seen only by those who need it
forbidden-diet-instead = Ask and note it under diet, without the reason
error-forbidden = { $matter ->
    [religion] Religion is not kept. Nothing was saved. What the table needs goes under diet of the visit, without the reason.
    [health] Health is not kept. Nothing was saved. Needs of a visit are noted in the visit, for that purpose.
    [ethnicity] Ethnicity is not kept. Nothing was saved. Write names of places in full; needs of the table go under diet.
    [politics] Political opinion is not kept. Nothing was saved. A public post goes under post.
    [sex_life] Private life is not kept. Nothing was saved; leave it out.
    [id_number] Identity numbers do not stay here. Nothing was saved. Registration goes through site security.
    [bank_card] Bank cards do not stay here. Nothing was saved; leave it out.
    [passport] Passport numbers do not stay here. Nothing was saved. Arrange visas and tickets with the person directly.
    [family] No records are made of family. Nothing was saved. Of those who come along, the visit notes name and diet only.
    [blood_type] Blood type is not kept. Nothing was saved; leave it out.
    [horoscope] Star signs are not kept. Nothing was saved. A birthday may be noted.
    [informant] Informants are not supported. Nothing was saved. Log lawful guidance as a contact.
    [leverage] Nothing that could be used against a person is kept. Nothing was saved. Write what was seen, and when.
    [benefit] Benefits outside the policy are neither given nor noted. Nothing was saved. Ask compliance when in doubt.
    [diet] Diet is asked and noted under diet, without the reason. Nothing was saved.
   *[other] This is a matter that is not kept. Nothing was saved; reword it or leave it out.
}
