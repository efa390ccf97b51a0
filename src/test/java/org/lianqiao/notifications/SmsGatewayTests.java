package org.lianqiao.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmsGatewayTests {
    private final List<String> received = new ArrayList<>();
    private int status = 204;
    private HttpServer provider;

    @BeforeEach
    void startAProvider() throws Exception {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/sms", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stopTheProvider() {
        provider.stop(0);
    }

    @Test
    void hands_the_message_over_with_the_token() {
        gateway().send("+8613800000000", "验证码 123456");
        assertThat(received).singleElement().asString().contains("Bearer token", "+8613800000000", "验证码 123456");
    }

    @Test
    void what_the_provider_does_not_take_is_tried_again() {
        status = 503;
        assertThatThrownBy(() -> gateway().send("+8613800000000", "验证码")).hasMessageContaining("503");
    }

    private SmsGateway gateway() {
        return new SmsGateway("http://localhost:" + provider.getAddress().getPort() + "/sms", "token");
    }
}
