package org.lianqiao.web;

/** A value by which a list can be narrowed, with how many rows it would leave. */
public record Facet(String value, String label, long count, boolean chosen) {}
