//! Two records of every kind: one with every field filled, one with only what must be there.

use chrono::NaiveDate;
use domain::*;
use store_names::{Step, StoreError};
use uuid::Uuid;
