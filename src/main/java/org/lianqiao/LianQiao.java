package org.lianqiao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The portal. Modules name their classes without asking each other, so beans carry their whole names. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class LianQiao {
    public static void main(String[] args) {
        SpringApplication.run(LianQiao.class, args);
    }
}
