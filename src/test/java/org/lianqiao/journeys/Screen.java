package org.lianqiao.journeys;

/** On what somebody looks at the portal: a desk or a phone, with JavaScript and without, by day and by night. */
enum Screen {
    DESK(1440, 900, true),
    PHONE(390, 844, true),
    DESK_WITHOUT_SCRIPT(1440, 900, false),
    PHONE_WITHOUT_SCRIPT(390, 844, false),
    NIGHT(1440, 900, true);

    final int width;
    final int height;
    final boolean script;

    Screen(int width, int height, boolean script) {
        this.width = width;
        this.height = height;
        this.script = script;
    }
}
