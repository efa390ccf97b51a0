package org.lianqiao.web;

/**
 * A value by which a list can be narrowed, with how many rows it would leave.
 *
 * @param atLeast whether only a part of a long list was counted: there may be more
 */
public record Facet(String value, String label, long count, boolean chosen, boolean atLeast) {
    public Facet(String value, String label, long count, boolean chosen) {
        this(value, label, count, chosen, false);
    }
}
