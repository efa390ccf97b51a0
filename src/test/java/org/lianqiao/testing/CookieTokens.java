package org.lianqiao.testing;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Keeps the tokens against forgery where the portal keeps them. The first test that sends {@code csrf()} would put a
 * repository of Spring's own in place of the portal's, for every later test of the same context: one that keeps tokens in
 * sessions, so that each page with a form opens a session which no visitor ever gets. Spring leaves a repository of its
 * kind alone; this one stands there from the start and asks the portal's.
 */
public final class CookieTokens implements BeanPostProcessor {
    private static final String SPRINGS = "org.springframework.security.test.web.servlet.request"
            + ".SecurityMockMvcRequestPostProcessors$CsrfRequestPostProcessor$TestCsrfTokenRepository";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SecurityFilterChain chain)
            for (var filter : chain.getFilters())
                if (filter instanceof CsrfFilter tokens)
                    ReflectionTestUtils.setField(tokens, "tokenRepository", around(repositoryOf(tokens)));
        return bean;
    }

    private static CsrfTokenRepository repositoryOf(CsrfFilter tokens) {
        return (CsrfTokenRepository)
                java.util.Objects.requireNonNull(ReflectionTestUtils.getField(tokens, "tokenRepository"));
    }

    private static CsrfTokenRepository around(CsrfTokenRepository portals) {
        try {
            var constructor = Class.forName(SPRINGS).getDeclaredConstructor(CsrfTokenRepository.class);
            return (CsrfTokenRepository) BeanUtils.instantiateClass(constructor, portals);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Spring Security has changed its csrf() of tests", e);
        }
    }
}
