import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * The cache of loaded and linked classes (JEP 483, 514, 515), trained by a first use of the program
 * by itself: commands, the window with every tab, a question to the chat. It is tied to the jars
 * and the runtime beside it, by name, size and time; where it does not fit, the program starts
 * without it.
 */
final class ClassCache {
  private ClassCache() {}

  static void train(Project project, Image image) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("osusume-rehearsal");
    HttpServer model = new LanguageModel().start();
    try {
      Tool program =
          new Tool(image.runtime().resolve("bin").resolve("java"))
              .with("-XX:AOTCacheOutput=" + image.cache())
              .with(Launchers.options(Launchers.Kind.WINDOW).toArray())
              .with("-Djna.boot.library.path=" + image.runtime().resolve("lib"))
              .with("-Dosusume.installed=" + image.home())
              .with("-Dosusume.rehearsal=http://127.0.0.1:" + model.getAddress().getPort() + "/v1")
              .with(display())
              .with("-cp", Start.classPath(image), "osusume.Main")
              .env("HOME", home)
              .env("XDG_DATA_HOME", home.resolve("data"))
              .env("XDG_CONFIG_HOME", home.resolve("config"))
              .env("XDG_CACHE_HOME", home.resolve("cache"))
              .env("XDG_STATE_HOME", home.resolve("state"));
      String said = Host.NOW == Host.LINUX ? underDisplay(program) : program.run();
      Files.writeString(project.work().resolve("rehearsal.log"), said);
      if (!said.contains(LanguageModel.ANSWER)) {
        throw new IOException("The chat did not answer in the rehearsal:\n" + said);
      }
      if (!Files.exists(image.cache())) {
        throw new IOException("The rehearsal left no cache of classes:\n" + said);
      }
      Files.setLastModifiedTime(image.cache(), FileTime.from(Image.TIME));
    } finally {
      model.stop(0);
      Folders.empty(home);
      Files.delete(home);
    }
  }

  private static boolean hasDisplay() {
    return System.getenv("DISPLAY") != null || Tool.exists("Xvfb");
  }

  private static Object[] display() {
    // Without a display the classes of the real one are not seen; the package is whole, its first
    // frame a little later.
    return Host.NOW == Host.LINUX && !hasDisplay()
        ? new Object[] {"-Dglass.platform=Headless", "-Dprism.order=sw"}
        : new String[0];
  }

  private static String underDisplay(Tool program) throws IOException, InterruptedException {
    if (System.getenv("DISPLAY") != null || !hasDisplay()) {
      return program.run();
    }
    Process screen =
        new ProcessBuilder("Xvfb", ":98", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Thread.sleep(1000);
      return program.env("DISPLAY", ":98").run();
    } finally {
      screen.destroy();
      screen.waitFor();
    }
  }

  /** A language model that says one sentence, so that a chat's classes are seen. */
  private static final class LanguageModel {
    static final String ANSWER = "A short comedy would suit you.";

    HttpServer start() throws IOException {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/v1/chat/completions",
          exchange -> {
            boolean streamed =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .contains("\"stream\":true");
            byte[] body = (streamed ? stream() : whole()).getBytes(StandardCharsets.UTF_8);
            exchange
                .getResponseHeaders()
                .set("Content-Type", streamed ? "text/event-stream" : "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return server;
    }

    private static String stream() {
      return chunk("{\"role\":\"assistant\",\"content\":\"" + ANSWER + "\"}", "null")
          + chunk("{}", "\"stop\"")
          + "data: [DONE]\n\n";
    }

    private static String chunk(String delta, String reason) {
      return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":"
          + "[{\"index\":0,\"delta\":%s,\"finish_reason\":%s}]}%n%n".formatted(delta, reason);
    }

    private static String whole() {
      return "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
          + "\"message\":{\"role\":\"assistant\",\"content\":\""
          + ANSWER
          + "\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],"
          + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"total_tokens\":2}}";
    }
  }
}
