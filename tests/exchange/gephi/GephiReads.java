// SPDX-License-Identifier: Apache-2.0
// What Gephi holds after it has opened a file, as JSON; and pictures of it.
//
//   GephiReads auto-scale|as-it-is INPUT=OUTPUT...
//
// INPUT is anything that Gephi imports, with the choices that its import dialog offers first, but for its "Auto-scale",
// which moves and scales every picture. By its ending OUTPUT is .json: all that Gephi's tables show; .png: its preview;
// another: the file that Gephi itself writes.
import java.awt.Color;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.TimeRepresentation;
import org.gephi.graph.api.types.TimestampSet;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class GephiReads {
  static final List<Map<String, Object>> logged = new ArrayList<>();

  public static void main(String[] arguments) throws Exception {
    System.setProperty("java.awt.headless", "true");
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) root.removeHandler(handler);
    root.addHandler(new Handler() {
      @Override
      public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue())
          logged.add(line(record.getLevel().getName(), record.getMessage() + " " + record.getThrown()));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    });
    String opened = null;
    List<Map<String, Object>> issues = null;
    Workspace workspace = null;
    boolean autoScale = arguments[0].equals("auto-scale");
    for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
      int cut = argument.lastIndexOf('=');
      String input = argument.substring(0, cut), output = argument.substring(cut + 1);
      if (!input.equals(opened)) {
        logged.clear();
        issues = new ArrayList<>();
        workspace = open(input, autoScale, issues);
        opened = input;
      }
      if (output.endsWith(".json"))
        Files.write(Path.of(output), Json.text(contents(workspace, issues)).getBytes(StandardCharsets.UTF_8));
      else if (output.endsWith(".png"))
        Picture.draw(workspace, Path.of(output));
      else
        Lookup.getDefault().lookup(ExportController.class).exportFile(new File(output), workspace);
    }
  }

  static Workspace open(String input, boolean autoScale, List<Map<String, Object>> issues) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = input.endsWith(".csv") ? table(importer, new File(input)) : importer.importFile(new File(input));
    if (container == null) throw new IOException("Gephi imports nothing from " + input);
    container.getLoader().setAutoScale(autoScale);
    note(container.getReport(), issues);
    DefaultProcessor processor = new DefaultProcessor();
    importer.process(container, processor, workspace);
    note(processor.getReport(), issues);
    return workspace;
  }

  // A table as its import dialog has to be told: where a column holds dates alone Gephi takes them for moments, and moments
  // for the kind of time, so that the intervals of `timeset` would be dropped.
  static Container table(ImportController controller, File file) throws IOException {
    ImporterSpreadsheetCSV importer = (ImporterSpreadsheetCSV) controller.getFileImporter(file);
    importer.setFile(file);
    for (Map.Entry<String, Class> column : new LinkedHashMap<>(importer.getColumnsClasses()).entrySet()) {
      if (column.getValue() == TimestampSet.class) importer.setColumnClass(column.getKey(), String.class);
    }
    importer.setTimeRepresentation(TimeRepresentation.INTERVAL);
    return controller.importFile(new FileReader(file, StandardCharsets.UTF_8), importer);
  }

  static Map<String, Object> line(String level, String message) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", level);
    line.put("message", message);
    return line;
  }

  static void note(Report report, List<Map<String, Object>> issues) {
    if (report == null) return;
    report.close();
    for (Issue issue : report.getIssuesList(Integer.MAX_VALUE))
      issues.add(line(issue.getLevel().name(), issue.getMessage()));
  }

  // What the tables hold

  static Map<String, Object> contents(Workspace workspace, List<Map<String, Object>> issues) {
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    Graph graph = model.getGraph();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("issues", issues);
    all.put("log", logged);
    all.put("time_format", model.getTimeFormat().name());
    all.put("node_columns", columns(model.getNodeTable()));
    all.put("edge_columns", columns(model.getEdgeTable()));
    List<Object> nodes = new ArrayList<>(), edges = new ArrayList<>();
    for (Node node : graph.getNodes().toArray()) {
      Map<String, Object> one = element(node);
      one.put("x", node.x());
      one.put("y", node.y());
      one.put("z", node.z());
      one.put("size", node.size());
      nodes.add(one);
    }
    for (Edge edge : graph.getEdges().toArray()) {
      Map<String, Object> one = element(edge);
      one.put("source", edge.getSource().getId());
      one.put("target", edge.getTarget().getId());
      one.put("directed", edge.isDirected());
      one.put("kind", edge.getTypeLabel());
      one.put("weight", edge.getWeight());
      edges.add(one);
    }
    all.put("nodes", nodes);
    all.put("edges", edges);
    return all;
  }

  static Map<String, Object> columns(Table table) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (Column column : table) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("title", column.getTitle());
      one.put("type", column.getTypeClass().getSimpleName());
      columns.put(column.getId(), one);
    }
    return columns;
  }

  static Map<String, Object> element(Element element) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", element.getId());
    one.put("label", element.getLabel());
    Color color = element.alpha() == 0 ? null : element.getColor();
    one.put("rgb", color == null ? null : new int[] {color.getRed(), color.getGreen(), color.getBlue()});
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column column : element.getTable()) {
      Object value = column.isProperty() ? null : element.getAttribute(column);
      if (value != null) values.put(column.getId(), value);
    }
    one.put("values", values);
    List<Object> times = new ArrayList<>();
    if (element.getAttribute("timeset") != null) {
      for (Interval interval : element.getIntervals())
        times.add(new double[] {interval.getLow(), interval.getHigh()});
    }
    one.put("times", times);
    return one;
  }
}
