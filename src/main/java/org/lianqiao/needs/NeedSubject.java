package org.lianqiao.needs;

/** What is offered or sought: a product or part, a site (载体), capacity, technology, capital, a resource. */
public enum NeedSubject {
    PRODUCT,
    SITE,
    CAPACITY,
    TECHNOLOGY,
    CAPITAL,
    RESOURCE
}
