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
        json.put("name", info.name());
        json.put("format", info.format());
        json.put("fingerprint", info.fingerprint());
        json.put("events", info.events());
        json.put("users", info.users());
        json.put("items", info.items());
        json.put("categories", info.categories());
        json.put("rejected", findings(info.rejected()));
        json.put("notes", findings(info.notes()));
        json.put("historyLength", info.historyLength());
        json.put("histogram", info.histogram());
        json.put("duplicates", info.duplicates());
        json.put("ties", info.ties());
        json.put("firstTime", info.firstTime());
        json.put("lastTime", info.lastTime());
        json.put("settings", info.settings());
        json.put("sources", info.sources());
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
