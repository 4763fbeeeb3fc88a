//! Native places by GB/T 2260 and countries (B.4.9).
