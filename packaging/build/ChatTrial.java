import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks a language model by the trimmed libraries: that must still work. */
final class ChatTrial {
  private ChatTrial() {}

  static void run(Image image) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("osusume-chat");
    HttpServer model = LanguageModel.start();
    try {
      for (String mode : new String[] {"simple", "agent"}) {
        String said =
            Start.command(image, folder, "talk", "1", "a short comedy", "--assistant", "local")
                .with("--mode", mode, "--model", "m", "--base-url")
                .with("http://127.0.0.1:" + model.getAddress().getPort() + "/v1")
                .run();
        if (!said.contains(LanguageModel.ANSWER)) {
          throw new IOException("The chat (%s) did not answer:%n%s".formatted(mode, said));
        }
      }
    } finally {
      model.stop(0);
      Folders.empty(folder);
      Files.delete(folder);
    }
  }

  /** Says one sentence, whole or streamed. */
  private static final class LanguageModel {
    static final String ANSWER = "A short comedy would suit you.";

    static HttpServer start() throws IOException {
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
