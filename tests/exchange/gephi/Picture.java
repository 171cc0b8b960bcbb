// SPDX-License-Identifier: Apache-2.0
// Gephi's preview as a PNG. Its own PNG exporter asks for a screen even where there is none, so its renderers draw on an
// image of ours.
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.preview.api.CanvasSize;
import org.gephi.preview.api.G2DTarget;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.api.Vector;
import org.gephi.preview.types.DependantColor;
import org.gephi.preview.types.DependantOriginalColor;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

class Picture implements G2DTarget {
  static final int WIDTH = 1600, HEIGHT = 1200, MARGIN = 20;
  static final float LABELLED = 0.5f; // of the largest node

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D graphics = image.createGraphics();
  private final float scaling;

  static void draw(Workspace workspace, Path output) throws IOException {
    PreviewController preview = Lookup.getDefault().lookup(PreviewController.class);
    PreviewModel model = preview.getModel(workspace);
    choose(model.getProperties());
    hideSmallLabels(Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph());
    preview.refreshPreview(workspace);
    Picture picture = new Picture(model.getGraphicsCanvasSize());
    preview.render(picture, workspace);
    ImageIO.write(picture.image, "png", output.toFile());
  }

  // Thin edges in the colour of where they come from, and the names of what is large.
  private static void choose(PreviewProperties properties) {
    properties.putValue(PreviewProperty.NODE_BORDER_WIDTH, 0.5f);
    properties.putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(EdgeColor.Mode.SOURCE));
    properties.putValue(PreviewProperty.EDGE_OPACITY, 30f);
    properties.putValue(PreviewProperty.EDGE_THICKNESS, 1f);
    properties.putValue(PreviewProperty.ARROW_SIZE, 0f);
    properties.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
    properties.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, true);
    properties.putValue(PreviewProperty.NODE_LABEL_FONT, new Font(Font.SANS_SERIF, Font.PLAIN, 3));
    properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_SIZE, 2f);
    properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_COLOR, new DependantColor(Color.WHITE));
    properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_OPACITY, 70f);
    properties.putValue(PreviewProperty.NODE_LABEL_COLOR, new DependantOriginalColor(Color.BLACK));
  }

  // As Gephi's label settings hide them: names smaller than can be read.
  private static void hideSmallLabels(Graph graph) {
    float largest = 0;
    for (Node node : graph.getNodes().toArray()) largest = Math.max(largest, node.size());
    for (Node node : graph.getNodes().toArray()) node.getTextProperties().setVisible(node.size() > LABELLED * largest);
  }

  private Picture(CanvasSize drawn) {
    scaling = Math.min((WIDTH - 2 * MARGIN) / drawn.getWidth(), (HEIGHT - 2 * MARGIN) / drawn.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.translate(WIDTH / 2.0, HEIGHT / 2.0);
    graphics.scale(scaling, scaling);
    graphics.translate(-drawn.getX() - drawn.getWidth() / 2.0, -drawn.getY() - drawn.getHeight() / 2.0);
  }

  @Override
  public Graphics2D getGraphics() {
    return graphics;
  }

  @Override
  public Image getImage() {
    return image;
  }

  @Override
  public int getWidth() {
    return WIDTH;
  }

  @Override
  public int getHeight() {
    return HEIGHT;
  }

  @Override
  public float getScaling() {
    return scaling;
  }

  @Override
  public Vector getTranslate() {
    return new Vector();
  }

  // What a window would need, and an image does not.

  @Override
  public void resize(int width, int height) {}

  @Override
  public void setMoving(boolean moving) {}

  @Override
  public void setScaling(float scaling) {}

  @Override
  public void reset() {}

  @Override
  public void refresh() {}
}
