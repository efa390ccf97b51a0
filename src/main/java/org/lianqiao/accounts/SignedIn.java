package org.lianqiao.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Viewer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Who a person is stands in the session: what the person changed is read anew into this one. */
@Component
@RequiredArgsConstructor
class SignedIn {
    private final Viewers viewers;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    void renew(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIn.proof(viewers.of(viewer.account()).orElseThrow(NotFound::new)));
        SecurityContextHolder.setContext(context);
        if (request.getSession(false) != null) request.changeSessionId();
        sessions.saveContext(context, request, response);
    }
}
