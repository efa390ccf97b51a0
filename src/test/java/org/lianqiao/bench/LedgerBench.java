package org.lianqiao.bench;

/** The ledger with many rows: see {@link org.lianqiao.prospects.LedgerFigures}. */
final class LedgerBench {
    private LedgerBench() {}

    public static void main(String[] args) throws Exception {
        int rows = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        try (var portal = new Portal("--lianqiao.demo=true")) {
            org.lianqiao.prospects.LedgerFigures.print(portal, rows);
        }
    }
}
