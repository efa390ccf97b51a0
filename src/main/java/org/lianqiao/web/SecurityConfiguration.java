package org.lianqiao.web;

import jakarta.servlet.DispatcherType;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Who passes the door. What a person may see behind it is decided in the finders; here stands only which pages need a
 * sign-in at all. Visitors get no session: the CSRF token and the page asked for stand in cookies.
 */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class SecurityConfiguration {
    @Value("${lianqiao.secure-cookies:false}")
    private final boolean secureCookies;

    @Bean
    SecurityFilterChain portal(HttpSecurity http, SignInFailures failures, Door door) throws Exception {
        http.authorizeHttpRequests(pages -> pages.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PublicPages.READ)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, PublicPages.READ)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, PublicPages.SENT)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/desk")
                        .failureHandler(failures)
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/").deleteCookies(sessionCookie()))
                .exceptionHandling(e -> e.authenticationEntryPoint(door))
                .requestCache(cache -> cache.requestCache(asked(door)))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(SafeHeaders.POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(self), geolocation=(), microphone=()")));
        return http.build();
    }

    @Bean
    CookieSerializer sessionCookieSerializer() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(sessionCookie());
        cookie.setUseSecureCookie(secureCookies);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    private static CookieRequestCache asked(Door door) {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(door);
        return cache;
    }

    private CookieCsrfTokenRepository csrfCookie() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName(prefix() + "lq-csrf");
        repository.setCookiePath("/");
        repository.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(secureCookies).sameSite("Lax"));
        return repository;
    }

    private String sessionCookie() {
        return prefix() + "lq-session";
    }

    private String prefix() {
        return secureCookies ? "__Host-" : "";
    }
}
