package org.lianqiao.needs;

/** What is offered or sought: a product or part, a site (载体), capacity, technology, capital, a resource. */
public enum NeedSubject {
    PRODUCT,
    SITE,
    CAPACITY,
    TECHNOLOGY,
    CAPITAL,
    RESOURCE;

    /** Whether it comes in numbers of a unit. */
    boolean isCounted() {
        return this == PRODUCT || this == CAPACITY || this == TECHNOLOGY;
    }
}
