package org.lianqiao.projects.consultation;

/** 同意, 修改后同意, 暂不同意. */
enum Answer {
    AGREE,
    AMEND,
    REFUSE
}
