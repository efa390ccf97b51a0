package org.lianqiao.agreements;

/** The four headings of what is owed: 机制, 产业, 项目, 渠道. */
enum Heading {
    MECHANISM,
    INDUSTRY,
    PROJECT,
    CHANNEL
}
