package org.lianqiao.web;

/** The pages that need no sign-in. The routes' test table names each of them again, by hand. */
final class PublicPages {
    static final String[] PATTERNS = {
        "/",
        "/assets/**",
        "/favicon.ico",
        "/error",
        "/health/**",
        "/preferences",
        "/privacy",
        "/search",
        "/sign-in",
        "/password/**",
        "/invitations/*",
        "/register",
        "/register/**",
        "/needs",
        "/needs/{id:[0-9a-f-]{36}}",
        "/projects",
        "/projects/{id:[0-9a-f-]{36}}",
        "/chains",
        "/chains/*",
        "/events",
        "/events/{id:[0-9a-f-]{36}}",
        "/intents/new",
        "/intents/follow/**",
    };

    private PublicPages() {}
}
