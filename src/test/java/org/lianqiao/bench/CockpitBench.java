package org.lianqiao.bench;

import org.lianqiao.cockpit.figures.CockpitFigures;

/** The cockpit over many prospects and projects: see {@link CockpitFigures}. */
final class CockpitBench {
    private CockpitBench() {}

    public static void main(String[] args) throws Exception {
        int prospects = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        int projects = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        try (var portal = new Portal("--lianqiao.demo=true")) {
            CockpitFigures.print(portal, prospects, projects);
        }
    }
}
