package dev.interestlens.cli.document;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document of {@code prepare} and the beginning of that of {@code inspect}. */
public final class DatasetJson {
    private DatasetJson() {}

    public static Map<String, Object> of(PreparedDataset data) {
        DatasetInfo info = data.info();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", info.origin().name());
        json.put("format", info.origin().format());
        json.put("fingerprint", info.fingerprint());
        json.put("events", info.counts().events());
        json.put("users", info.counts().users());
        json.put("items", info.counts().items());
        json.put("categories", info.counts().categories());
        json.put("rejected", findings(info.rejected()));
        json.put("notes", findings(info.notes()));
        json.put("historyLength", info.histories().historyLength());
        json.put("histogram", info.histories().histogram());
        json.put("duplicates", info.audit().duplicates());
        json.put("ties", info.audit().ties());
        json.put("firstTime", info.times().firstTime());
        json.put("lastTime", info.times().lastTime());
        json.put("settings", info.origin().settings());
        json.put("sources", info.origin().sources());
        return json;
    }

    private static List<Map<String, Object>> findings(List<DatasetInfo.Finding> findings) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (DatasetInfo.Finding finding : findings) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("reason", finding.reason());
            entry.put("count", finding.count());
            entry.put("file", finding.file());
            entry.put("firstLines", finding.firstLines());
            entry.put("example", finding.example());
            list.add(entry);
        }
        return list;
    }
}
