package org.lianqiao.shared;

/** Who can act: the offices of the governments, their departments, associations, enterprises and parks. */
public enum OrganizationKind {
    OFFICE,
    DEPARTMENT,
    ASSOCIATION,
    ENTERPRISE,
    PARK;

    public boolean isGovernment() {
        return this == OFFICE || this == DEPARTMENT;
    }
}
