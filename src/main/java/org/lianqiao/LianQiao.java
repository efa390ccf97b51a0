package org.lianqiao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal. */
@SpringBootApplication
public class LianQiao {
    public static void main(String[] args) {
        SpringApplication.run(LianQiao.class, args);
    }
}
