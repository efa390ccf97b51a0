package org.lianqiao;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTests {
    @Test
    void every_module_uses_only_the_modules_that_it_names() {
        ApplicationModules.of(LianQiao.class).verify();
    }
}
