package dev.interestlens.export.torch;

import dev.interestlens.store.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Weights in the module structure of torch: {@code net.0.weight} is the parameter {@code weight} of the module {@code 0} of the module {@code net}.
 */
final class ModuleTree {
    static final String ROOT = "InterestLens";

    private final String type;
    private final Map<String, ModuleTree> modules = new LinkedHashMap<>();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private ModuleTree(String type) {
        this.type = type;
    }

    static ModuleTree of(Map<String, Tensor> weights) {
        ModuleTree root = new ModuleTree(ROOT);
        int count = 0;
        for (Map.Entry<String, Tensor> weight : weights.entrySet()) {
            ModuleTree at = root;
            String[] path = weight.getKey().split("\\.");
            for (int i = 0; i < path.length - 1; i++) {
                ModuleTree next = at.modules.get(path[i]);
                if (next == null) {
                    next = new ModuleTree("Part" + count++);
                    at.modules.put(path[i], next);
                }
                at = next;
            }
            at.tensors.put(path[path.length - 1], weight.getValue());
        }
        return root;
    }

    String type() {
        return type;
    }

    Map<String, ModuleTree> modules() {
        return modules;
    }

    Map<String, Tensor> tensors() {
        return tensors;
    }

    /** The expression that reads a weight in the source. */
    static String expression(String name) {
        String expression = "self";
        for (String part : name.split("\\.")) {
            expression = isWord(part) ? expression + "." + part : "getattr(" + expression + ", \"" + part + "\")";
        }
        return expression;
    }

    /** The classes of all modules, innermost first; the root's methods follow its own. */
    String source(String methods) {
        StringBuilder source = new StringBuilder();
        modules.values().forEach(module -> source.append(module.source("")));
        source.append("class ").append(type).append("(Module):\n");
        source.append("  __parameters__ = [").append(quoted(false)).append("]\n");
        source.append("  __buffers__ = [").append(quoted(true)).append("]\n");
        tensors.keySet().forEach(name -> attribute(source, name, "Tensor"));
        source.append("  training : bool\n");
        modules.forEach((name, module) -> attribute(source, name, "__torch__." + module.type));
        return source.append(methods).toString();
    }

    private String quoted(boolean buffers) {
        StringBuilder names = new StringBuilder();
        tensors.keySet().stream()
                .filter(name -> name.startsWith("running_") == buffers)
                .forEach(name -> names.append('"').append(name).append("\", "));
        return names.toString();
    }

    private static void attribute(StringBuilder source, String name, String type) {
        if (isWord(name)) {
            source.append("  ").append(name).append(" : ").append(type).append('\n');
        } else {
            source.append("  __annotations__[\"")
                    .append(name)
                    .append("\"] = ")
                    .append(type)
                    .append('\n');
        }
    }

    private static boolean isWord(String name) {
        return name.matches("[A-Za-z_]\\w*");
    }
}
