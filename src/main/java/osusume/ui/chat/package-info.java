/** The Chat tab: conversations with assistants about what to watch. */
package osusume.ui.chat;
