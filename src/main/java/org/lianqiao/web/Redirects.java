package org.lianqiao.web;

/** Where a page may send its reader: inside the portal only. */
public final class Redirects {
    private Redirects() {}

    /** The path, or the home page where it leads elsewhere ({@code //host}, {@code https:}, a backslash). */
    public static String inside(String path) {
        return path.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*") ? path : "/";
    }
}
