package org.lianqiao.web;

/** What needs no sign-in: pages to read, and the few forms. The routes' test table names each of them again, by hand. */
final class PublicPages {
    static final String[] READ = {
        "/",
        "/assets/**",
        "/favicon.ico",
        "/error",
        "/health/**",
        "/privacy",
        "/privacy/requests/**",
        "/search",
        "/search/suggestions",
        "/industries",
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
        "/events/{id:[0-9a-f-]{36}}/poster",
        "/events/{id:[0-9a-f-]{36}}/calendar",
        "/events/{id:[0-9a-f-]{36}}/register",
        "/g/**",
        "/c/*",
        "/intents/new",
        "/intents/follow/**",
        "/consents/*",
        "/confirmations/*",
        "/briefs",
        "/briefs/file",
    };

    static final String[] SENT = {
        "/error",
        "/preferences",
        "/sign-in",
        "/password/**",
        "/privacy/requests/**",
        "/invitations/*",
        "/register/**",
        "/events/{id:[0-9a-f-]{36}}/register",
        "/g/**",
        "/intents/new",
        "/intents/follow/**",
        "/consents/*",
        "/confirmations/*",
    };

    private PublicPages() {}
}
