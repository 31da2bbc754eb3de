/**
 * A session, invented for the journeys, in which every kind of finding can be found. One line for each time somebody
 * speaks; "Dr Lind" is the therapist.
 */
export const everyKind = `Dr Lind: Welcome, both of you. What would you like to talk about today?
Kim: We have not been intimate in months. We used to be intimate three times a week.
Noor: I'm just no good at talking about feelings. I have always been the quiet one.
Kim: You always say that. You never listen to a word I say.
Noor: You think I don't care about you. You just want me to feel bad.
Kim: It's your fault that we are in this mess. You ruined our holiday.
Noor: Oh please, you are pathetic. What a joke.
Kim: Whatever. I'm done talking about this. Just leave me alone.
Dr Lind: It sounds as if this is hard for you both. What happens inside when it goes quiet?
Noor: You have to tell me where you are. You must stop seeing your brother.
Kim: Could you please put your phone away at dinner on Sunday?
Noor: It would be nice if somebody emptied the dishwasher for once.
Kim: I am so sorry I hurt you on Friday. It was wrong of me, and you did not deserve it.
Noor: I'm sorry if you felt hurt, but you started it.
Kim: I promise I will call you on Monday before noon. I'll be home by six every day this week.
Noor: You promised to come to my mother's dinner and you didn't come.
Kim: You forgot our anniversary. When I bring it up you change the subject.
Noor: You're right, I forgot it. That was my mistake.
Kim: Thank you for cooking last night. I really appreciate how you look after us.
Noor: Yes, exactly, that's it. You understood what I meant.
Kim: I'm afraid that you will leave me when we grow old. I'm scared of being alone.
Noor: I hear that you are scared. I am here, and I'm not going anywhere.
Kim: It makes sense that you feel sad about it. It's okay to feel that way.
Noor: I felt ignored at the table on Sunday.
Kim: By the way, the school called.
Noor: I will never forgive you for what you did at the wedding ten years ago.
Kim: You are such a typical man. Men are all the same.
Dr Lind: What do you hear when Kim says that?
Kim: Why do you never talk to me? You never tell me anything.
Noor: Did you see the game last night?
Kim: Talk to me. I need you to answer me now.
Noor: I don't want to talk about it. Leave me alone.
Kim: Please, just answer me. Why won't you talk to me?
Noor: I have nothing to say. I'm going upstairs.
Kim: You are so selfish.
Noor: And you are a liar.
Kim: You are a disgusting, lazy idiot.
Noor: Can we start over? I don't want to fight with you. I'm sorry I raised my voice.
Kim: I'm frightened that I am not enough for you.
Noor: Anyway, what time is the plumber coming?
Noor: Sometimes I'm afraid of him when he drinks. He said he would kill me if I left.
`
