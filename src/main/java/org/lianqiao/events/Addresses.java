package org.lianqiao.events;

import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Full addresses: for what is shown, by the name under which the portal was asked; for what is sent, by its own. */
@Component
@RequiredArgsConstructor
public class Addresses {
    @Value("${lianqiao.base-url:http://localhost:8080}")
    private final String baseUrl;

    /** For a mail or a calendar. */
    public String sent(String path) {
        return baseUrl + path;
    }

    /** For a QR code or a text on the present page. */
    public String shown(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }
}
