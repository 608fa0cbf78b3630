/**
 * The assistant that speaks through a language model: the loop in which the model calls tools, the
 * documented simple way, what a model is told and reminded of, and what its answer is held against.
 */
package osusume.chat.agent;
