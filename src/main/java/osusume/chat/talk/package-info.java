/** Conversations as they are kept on this machine: read, searched, deleted. */
package osusume.chat.talk;
