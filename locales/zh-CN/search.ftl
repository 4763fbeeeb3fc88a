# 搜索：命中行里的说明
search-guest = 来宾
search-ours = 我方
search-promise-due = { $day }到期
search-promise-kept = 已兑现
search-promise-withdrawn = 已撤回
search-visit = { $day }{ $purpose }
