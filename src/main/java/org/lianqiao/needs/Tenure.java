package org.lianqiao.needs;

/** How a site is to be had. */
public enum Tenure {
    RENT,
    SALE,
    EITHER
}
