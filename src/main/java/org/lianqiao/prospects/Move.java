package org.lianqiao.prospects;

/** A move of a prospect, as its history keeps it. The table of what may follow is here and nowhere else. */
enum Move {
    OPENED,
    FORWARD,
    BACK,
    PAUSED,
    RESUMED,
    DROPPED,
    REOPENED;

    boolean isOpenFrom(Stage stage, ProspectStatus status) {
        return switch (this) {
            case OPENED -> false;
            case FORWARD -> status == ProspectStatus.OPEN && stage.next() != null;
            case BACK -> (status == ProspectStatus.OPEN || status == ProspectStatus.DONE) && stage.previous() != null;
            case PAUSED -> status == ProspectStatus.OPEN;
            case RESUMED -> status == ProspectStatus.PAUSED;
            case DROPPED -> status.isLive();
            case REOPENED -> status == ProspectStatus.DROPPED;
        };
    }
}
