package org.lianqiao.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/**
 * Invented enterprises in any number, the same each time: some make much the same, most make something of their own, as
 * in real lists. A name is a brand of three made-up syllables, a product and a legal form.
 */
final class Invented {
    private static final int SEED = 20251217;
    private static final int MOST_PRODUCTS = 7;

    private static final String[] PLACES = {"通州", "三河", "大厂", "香河", "苏州", "廊坊", "北京", "昆山", "常熟", "太仓"};
    private static final String[] REGIONS = {"110112", "131082", "131028", "131024", "320500"};
    private static final String SYLLABLES = "澄华启衡远朗睿拓辰岳盛凌泽川乔沐晟霖昱铭珩翊筠岚舟";
    private static final String[] FORMS = {"有限公司", "股份有限公司", "科技有限公司"};
    private static final String[] SIZES = {"微型", "小型", "小型", "中型", "大型"};

    /** Each line is a trade with its things, from what goes in to what comes out. */
    private static final String[][] TRADES = {
        {"汽车零部件", "冲压件", "压铸件", "轮毂", "座椅", "仪表板", "转向器", "制动器", "减震器", "车身", "整车"},
        {"电池", "石墨", "隔膜", "电解液", "正极材料", "负极材料", "电芯", "电池模组", "电池管理系统", "电池包", "储能柜"},
        {"电机", "硅钢片", "漆包线", "磁钢", "转子", "定子", "轴承", "减速器", "伺服电机", "驱动电机", "电驱总成"},
        {"电子元件", "覆铜板", "铜箔", "电阻", "电容", "电感", "线路板", "连接器", "传感器", "控制器", "显示模组"},
        {"半导体", "硅片", "光刻胶", "靶材", "外延片", "晶圆", "引线框架", "封装基板", "功率器件", "芯片", "电源模块"},
        {"医疗器械", "医用导管", "医用塑料", "微泵", "检测试剂", "生化试剂盒", "血管支架", "监护仪", "超声探头", "影像设备", "呼吸机"},
        {"医药", "培养基", "辅料", "中间体", "原料药", "胶囊", "注射液", "疫苗", "抗体", "制剂", "药物递送系统"},
        {"机床", "铸件", "导轨", "丝杠", "主轴", "刀具", "数控系统", "工作台", "加工中心", "磨床", "激光切割机"},
        {"机器人", "谐波减速器", "编码器", "力传感器", "机器视觉", "关节模组", "末端夹爪", "机械臂", "移动底盘", "协作机器人", "巡检机器人"},
        {"环保设备", "滤料", "滤芯", "膜组件", "风机", "水泵", "除尘器", "曝气器", "污水处理设备", "固废处理设备", "监测仪"},
        {"氢能", "质子膜", "气体扩散层", "双极板", "膜电极", "电堆", "储氢瓶", "加氢机", "制氢设备", "燃料电池系统", "氢能客车"},
        {"信息服务", "机柜", "服务器", "存储阵列", "交换机", "操作系统", "数据库", "中间件", "云平台", "工业软件", "数据中心"},
    };

    private static final String[] KINDS = {
        "", "车用", "高速", "微型", "耐高温", "轻量化", "高精度", "低功耗", "防爆", "船用", "医用", "工业用", "家用", "智能", "一体化", "模块化", "柔性", "高压",
        "低噪声", "大功率", "风电用", "轨道交通用", "航空用", "水冷", "风冷", "无线", "便携式", "定制"
    };
    private static final String[] ENDS = {"", "", "", "组件", "配件", "加工", "检测", "维修", "模具", "涂层", "回收"};

    private final Random dice = new Random(SEED);

    /** A sheet as offices have it, for the portal's import. */
    byte[] enterprises(int from, int to) {
        var sheet = new StringBuilder("企业名称,地区,企业规模,行业,主营产品,企业简介\n");
        for (int i = from; i < to; i++) {
            var trade = TRADES[dice.nextInt(TRADES.length)];
            var products = products(trade);
            sheet.append("示例·")
                    .append(one(PLACES))
                    .append(brand(i))
                    .append(products.get(0))
                    .append(one(FORMS))
                    .append(',')
                    .append(dice.nextInt(3) == 0 ? "" : one(REGIONS))
                    .append(',')
                    .append(one(SIZES))
                    .append(',')
                    .append(trade[0])
                    .append(',')
                    .append(String.join("；", products))
                    .append(",示例：从事")
                    .append(String.join("、", products))
                    .append("的研发与生产。\n");
        }
        return sheet.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What goes into what, for the portal's import: each thing of a trade into the next two. */
    static byte[] edges() {
        var sheet = new StringBuilder("product,relation,related_product\n");
        for (var trade : TRADES)
            for (int i = 1; i < trade.length; i++)
                for (int next = i + 1; next <= Math.min(i + 2, trade.length - 1); next++)
                    sheet.append(trade[next]).append(",上游材料,").append(trade[i]).append('\n');
        return sheet.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Some thing, bare or of some kind. */
    String thing() {
        var trade = TRADES[dice.nextInt(TRADES.length)];
        return (dice.nextBoolean() ? "" : one(KINDS)) + trade[1 + dice.nextInt(trade.length - 1)];
    }

    /** What somebody types: a thing, with a place, in part, or a trade. */
    String query() {
        return switch (dice.nextInt(5)) {
            case 0 -> one(PLACES) + " " + thing();
            case 1 -> one(PLACES) + thing();
            case 2 -> TRADES[dice.nextInt(TRADES.length)][0];
            case 3 -> brand(dice.nextInt(2_000));
            default -> thing();
        };
    }

    private List<String> products(String[] trade) {
        var products = new LinkedHashSet<String>();
        int many = 2 + dice.nextInt(MOST_PRODUCTS - 1);
        while (products.size() < many) {
            var thing = trade[1 + dice.nextInt(trade.length - 1)];
            products.add(one(KINDS) + thing + one(ENDS));
        }
        return new ArrayList<>(products);
    }

    /** The same number, the same brand: three of 25 syllables, which is enough for 15,625; then a fourth. */
    private static String brand(int number) {
        var brand = new StringBuilder();
        int rest = number;
        for (int i = 0; i < 3 || rest > 0; i++) {
            brand.append(SYLLABLES.charAt(rest % SYLLABLES.length()));
            rest /= SYLLABLES.length();
        }
        return brand.toString();
    }

    private String one(String[] of) {
        return of[dice.nextInt(of.length)];
    }
}
