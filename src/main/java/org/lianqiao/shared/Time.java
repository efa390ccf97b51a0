package org.lianqiao.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The portal's clock: everybody reads Beijing time, wherever the server stands. */
@Configuration(proxyBeanMethods = false)
public class Time {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The first instant of a day, as the database reads it. */
    public static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }

    @Bean
    Clock clock() {
        return Clock.system(ZONE);
    }
}
