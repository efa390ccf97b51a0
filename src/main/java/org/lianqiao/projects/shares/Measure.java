package org.lianqiao.projects.shares;

/** What is shared for statistics: 投资, 产出, and where a setting allows it 税收. */
enum Measure {
    INVESTMENT,
    OUTPUT,
    TAX
}
