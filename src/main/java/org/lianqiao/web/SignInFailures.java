package org.lianqiao.web;

import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Sends back to the form with the same words for every failure, so that the answer never tells whether a name exists. */
@Component
class SignInFailures extends SimpleUrlAuthenticationFailureHandler {
    SignInFailures() {
        super("/sign-in?failed");
        setAllowSessionCreation(false);
    }
}
