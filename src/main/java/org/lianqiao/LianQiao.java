package org.lianqiao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The portal. Beans are named by their module too, so that two modules may each have a class of the same name. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class LianQiao {
    public static void main(String[] args) {
        SpringApplication.run(LianQiao.class, args);
    }
}
