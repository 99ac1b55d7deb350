package dev.interestlens.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Static analysis of graphs. */
final class Graphs {
    private Graphs() {}

    /** Every name that the graphs inside a graph read. */
    static Set<String> readInside(GraphProto graph) {
        Set<String> read = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            for (AttributeProto attribute : node.getAttributeList()) {
                if (attribute.hasG()) {
                    attribute.getG().getNodeList().forEach(inner -> read.addAll(inner.getInputList()));
                    read.addAll(readInside(attribute.getG()));
                }
            }
        }
        return read;
    }

    /** Every name whose value does not depend on an input. */
    static Set<String> constants(GraphProto graph) {
        Set<String> varying = new HashSet<>();
        graph.getInputList().stream().map(ValueInfoProto::getName).forEach(varying::add);
        for (NodeProto node : graph.getNodeList()) { // nodes are in topological order
            if (node.getInputList().stream().anyMatch(varying::contains)) {
                varying.addAll(node.getOutputList());
            }
        }
        Set<String> constants = new HashSet<>();
        graph.getInitializerList().forEach(each -> constants.add(each.getName()));
        graph.getNodeList().forEach(node -> constants.addAll(node.getOutputList()));
        constants.removeAll(varying);
        return constants;
    }

    /** The graph without nodes and weights that no output needs. */
    static GraphProto live(GraphProto graph) {
        Set<String> needed = new HashSet<>();
        graph.getOutputList().stream().map(ValueInfoProto::getName).forEach(needed::add);
        GraphProto.Builder live = graph.toBuilder().clearNode().clearInitializer();
        List<NodeProto> nodes = graph.getNodeList();
        boolean[] kept = new boolean[nodes.size()];
        for (int i = nodes.size() - 1; i >= 0; i--) {
            NodeProto node = nodes.get(i);
            kept[i] = node.getOutputList().stream().anyMatch(needed::contains);
            if (kept[i]) {
                needed.addAll(node.getInputList());
                needed.addAll(readInside(GraphProto.newBuilder().addNode(node).build()));
            }
        }
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                live.addNode(nodes.get(i));
            }
        }
        graph.getInitializerList().stream()
                .filter(each -> needed.contains(each.getName()))
                .forEach(live::addInitializer);
        return live.build();
    }
}
