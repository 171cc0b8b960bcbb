// SPDX-License-Identifier: Apache-2.0
// Values as JSON, with Python's NaN and Infinity. Whole numbers have no point; a 32-bit number is written as the shortest
// text that names it.
import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.AttributeUtils;

class Json {
  static String text(Object value) {
    StringBuilder out = new StringBuilder();
    write(out, value);
    return out.append('\n').toString();
  }

  static void write(StringBuilder out, Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Map<?, ?> map) {
      String before = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(before);
        write(out, entry.getKey());
        out.append(':');
        write(out, entry.getValue());
        before = ",";
      }
      out.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      write(out, list.toArray());
    } else if (value.getClass().isArray()) {
      out.append('[');
      for (int i = 0; i < Array.getLength(value); ++i) {
        if (i > 0) out.append(',');
        write(out, Array.get(value, i));
      }
      out.append(']');
    } else {
      String text = value instanceof String s ? s : AttributeUtils.print(value);
      out.append('"');
      for (char c : text.toCharArray()) {
        if (c == '"' || c == '\\' || c < 32)
          out.append(String.format("\\u%04x", (int) c));
        else
          out.append(c);
      }
      out.append('"');
    }
  }
}
