package org.lianqiao.web;

/**
 * A filter in force, as it is shown above a list.
 *
 * @param name the parameter that it takes away
 */
public record Chip(String name, String label, String value) {}
