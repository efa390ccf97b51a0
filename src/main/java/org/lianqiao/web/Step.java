package org.lianqiao.web;

/**
 * One step of a way.
 *
 * @param state {@code done}, {@code now} or empty
 */
public record Step(String label, String state) {}
