package dev.interestlens.ui.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What an element of a figure looks like: its attributes, over them the figure's rules in their order, over them its own style. A rule's selector is a tag,
 * classes, or both.
 */
final class SvgStyle {
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

    private final List<Rule> rules = new ArrayList<>();

    SvgStyle(String css) {
        Matcher found = RULE.matcher(css);
        while (found.find()) {
            for (String selector : found.group(1).split(",")) {
                rules.add(new Rule(Arrays.asList(selector.strip().split("\\.")), declarations(found.group(2))));
            }
        }
    }

    Map<String, String> of(Element element) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            all.put(
                    element.getAttributes().item(i).getNodeName(),
                    element.getAttributes().item(i).getNodeValue());
        }
        rules.stream().filter(rule -> rule.meets(element)).forEach(rule -> all.putAll(rule.declarations()));
        all.putAll(declarations(element.getAttribute("style")));
        return all;
    }

    private static Map<String, String> declarations(String css) {
        Map<String, String> all = new HashMap<>();
        for (String declaration : css.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                all.put(
                        declaration.substring(0, colon).strip(),
                        declaration.substring(colon + 1).strip());
            }
        }
        return all;
    }

    /** @param names the tag, or empty for any, then classes */
    private record Rule(List<String> names, Map<String, String> declarations) {
        boolean meets(Element element) {
            String tag = names.get(0);
            return (tag.isEmpty() || tag.equals(element.getTagName()))
                    && Arrays.asList(element.getAttribute("class").split(" "))
                            .containsAll(names.subList(1, names.size()));
        }
    }
}
