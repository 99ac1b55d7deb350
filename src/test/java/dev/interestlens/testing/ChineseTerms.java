package dev.interestlens.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** Terms, the one Chinese word for each, and what else they have been called. */
public final class ChineseTerms {
    private static final List<Term> TERMS = List.of(
            new Term("[Ff]idelity", "忠实度", "可信度"),
            new Term("[Ss]cor(?:e|es|ed|ing)", "得分", "分数"),
            new Term("[Ss]cores?|[Ss]coring", "得分、打分", "评分"),
            new Term("(?:[Tt]h(?:is|e|ese)|[Ee]ach|[Tt]wo|[Nn]ew|of) runs?", "训练", "[个次该本此些新]运行"),
            new Term("[Nn]egatives?", "负样本", "负例"),
            new Term("[Pp]ositives?", "正样本", "正例"),
            new Term("(?:most )?[Pp]opular(?:ity)?", "热门、热度", "流行"),
            new Term("[Pp]lant(?:ed)?", "埋入", "埋设|植入"),
            new Term("[Ll]ogits?", "logit", "对数几率"),
            new Term("[Rr]ank", "排名", "名次"),
            new Term("[Ee]mbeddings?", "嵌入", "向量"),
            new Term("[Tt]est part", "测试集", "测试部分"),
            new Term("[Vv]alidation part", "验证集", "验证部分"),
            new Term("[Ww]hat followed what", "前后相继", "什么跟在什么"),
            new Term("famil(?:y|ies)", "模型族", "家族"),
            new Term("[Ll]eak probes|probes", "探针", "探测|泄漏检查"),
            new Term("catalogue", "目录", "物品库|全库"),
            new Term("[Ll]eaks?", "泄漏", "泄露"),
            new Term("bundled", "内置", "自带"),
            new Term("[Ii]tems?", "物品", "商品"));

    private ChineseTerms() {}

    private record Term(Pattern english, String chinese, Pattern others) {
        Term(String english, String chinese, String others) {
            this(Pattern.compile("\\b(?:" + english + ")\\b"), chinese, Pattern.compile(others));
        }
    }

    /** Fails where the Chinese text has another word for a term of the English one. */
    public static void requireIn(String name, String english, String chinese) {
        for (Term term : TERMS) {
            if (term.english().matcher(english).find()) {
                assertThat(chinese).as(name + ": " + term.chinese()).doesNotContainPattern(term.others());
            }
        }
    }
}
