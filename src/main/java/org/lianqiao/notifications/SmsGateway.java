package org.lianqiao.notifications;

import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * A short-message gateway over HTTP: {@code POST {"phone": "+86…", "text": "…"}} with a bearer token; any 2xx takes the
 * message. What stands between it and a provider's own protocol is the gateway's matter.
 */
@Component
@ConditionalOnExpression("!'${lianqiao.sms.url:}'.isEmpty()")
class SmsGateway implements SmsAdapter {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RestClient gateway;

    SmsGateway(@Value("${lianqiao.sms.url}") String url, @Value("${lianqiao.sms.token:}") String token) {
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        gateway = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(url)
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build();
    }

    @Override
    public void send(String phone, String text) {
        gateway.post()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("phone", phone, "text", text))
                .retrieve()
                .toBodilessEntity();
    }
}
