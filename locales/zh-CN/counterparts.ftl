# 对口接待：每位来宾由我方谁对口。

counterparts-summary = { $paired }位来宾均有对口人，合计{ $total }分
counterparts-summary-open = { $paired }位来宾有对口人，{ $open }位暂缺，合计{ $total }分
