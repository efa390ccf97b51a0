package org.lianqiao.administration.people;

/** Whether a person may sign in: 在用, 已停用, 已注销. */
enum AccountStatus {
    ACTIVE,
    SUSPENDED,
    ENDED
}
