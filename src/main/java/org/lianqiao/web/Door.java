package org.lianqiao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Whoever asks for a page behind the door is led to sign in, and afterwards to that page. An address that leads nowhere
 * leads a visitor nowhere either: it is no secret which addresses there are.
 */
@Component
class Door implements AuthenticationEntryPoint, RequestMatcher {
    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");
    private final ObjectProvider<RequestMappingHandlerMapping> addresses;

    Door(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> addresses) {
        this.addresses = addresses;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, jakarta.servlet.ServletException {
        if (leadsSomewhere(request)) signIn.commence(request, response, why);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** What is worth coming back to after the sign-in. */
    @Override
    public boolean matches(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && leadsSomewhere(request);
    }

    private boolean leadsSomewhere(HttpServletRequest request) {
        var before = request.getAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE);
        try {
            ServletRequestPathUtils.parseAndCache(request);
            return addresses.getObject().getHandler(request) != null;
        } catch (Exception known) {
            // The address is there, only not for this verb or this form.
            return true;
        } finally {
            request.setAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE, before);
        }
    }
}
