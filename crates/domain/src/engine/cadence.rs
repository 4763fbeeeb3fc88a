//! How often a stakeholder must be met (B.2.8).
