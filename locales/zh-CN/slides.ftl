# 导出为幻灯片时，页与页之间的文字
slides-document = 组织关系图
slides-heading = { $title } · { $part }
slides-overview = 概览
slides-count = { $n }席 · 第{ $page }页
slides-page = { $page } / { $of }
slides-back = ← 回到概览
slides-superior = ↑ 上级见第{ $page }页
slides-reports = ↓ 第{ $pages }页
